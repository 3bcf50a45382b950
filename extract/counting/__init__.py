"""What figures in sentences measure."""
