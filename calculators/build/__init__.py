"""What is done to make the site: what its pages say to machines, and what hosts are told."""
