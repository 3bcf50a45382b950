"""Tasks that minutes mark as actions, a module for each manner of marking them."""
