"""One verb a module, or a package with one problem a module where a verb has problems. None knows another."""
