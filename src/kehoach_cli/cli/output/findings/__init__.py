"""How are findings written? One module per format, with the formats by name in `formats`."""
