"""The welcome page, the page view and the settings of JupyterLab."""
