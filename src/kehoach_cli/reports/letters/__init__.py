"""What is each agency asked to answer, and what does its letter say?"""
