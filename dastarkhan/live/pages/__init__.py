"""Pages as pure functions: a look goes in, HTML comes out; nothing is read, nothing is remembered."""
