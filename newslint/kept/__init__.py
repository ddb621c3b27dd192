"""What is kept between runs, in a folder of the user's own, and found again only where nothing has changed."""
