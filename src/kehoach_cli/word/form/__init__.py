"""Does a Word document have the form that Annex I of Decree 30/2020/NĐ-CP wants? Runs in the sandbox's child only."""
