"""SVG pictures with real text. Each stands beside a table or a list with the same facts."""
