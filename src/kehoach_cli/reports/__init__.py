"""What is to be shown, worked out and worded: pure views of a plan, and the Word documents made from them."""
