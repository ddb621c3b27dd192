"""One verb a module (or, where a verb has problems, a package with one problem a module). None knows another."""
