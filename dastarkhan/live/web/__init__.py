"""The live table as a web application: doors, pages, forms and news."""
