"""How newslint's own English pipeline is trained: corpora in, a folder that ``spacy.load`` takes out."""
