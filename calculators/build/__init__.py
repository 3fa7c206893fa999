"""Make the site: stage what MkDocs picks up, build the browser bundle, run MkDocs, tell machines and hosts of it."""
