from spacy.tokens import Doc
class MetricFinder:
    def __init__(self, nlp): pass
    def __call__(self, doc): return doc
