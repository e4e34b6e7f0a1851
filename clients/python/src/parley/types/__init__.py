"""
Types of all dialects, as their documents have them: `from parley.types.platform import CreateChatbot`.

They are for type checkers; at run time bodies and answers are plain dicts. Nothing of the client loads them by itself.
"""
