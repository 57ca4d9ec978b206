"""Views of results: terminal, notebook, HTML pages, CSV and JSON. Import the module you need; this one stays light."""
