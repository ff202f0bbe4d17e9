"""Word documents: templates that an office owns, rendered where a hostile one can do no harm, and their form."""
