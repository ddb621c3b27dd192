"""What is kept between runs, in a folder of the user’s own; found again only where nothing has changed."""
