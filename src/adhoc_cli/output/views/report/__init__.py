"""`adhoc report`: one result, told to people, to a browser, to a spreadsheet and to programs."""
