"""Each dialect: the methods of its document, and what takes more than one request."""
