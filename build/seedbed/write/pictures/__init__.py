"""Pictures, drawn when the site is built: SVG with links in it, which no page needs a script for."""
