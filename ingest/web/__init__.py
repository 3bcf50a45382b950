"""Web pages to blocks, the site's own furniture set apart."""
