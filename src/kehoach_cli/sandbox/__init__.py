"""The process in which Word files from outside are read, checked and filled in: limited, and with nothing to take."""
