"""Word files to blocks, and by way of LibreOffice those of other word processors."""
