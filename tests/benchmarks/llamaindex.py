"""Ingests a folder with LlamaIndex as it comes, into Chroma: python llamaindex.py DOCUMENTS MODEL FOLDER

Its own reader, splitter and defaults; the model is a sentence-transformers folder. Run by `whole.py`, for comparison.
"""

import sys

import chromadb
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.chroma import ChromaVectorStore

FORMATS = [".pdf", ".docx", ".html", ".htm", ".txt", ".md"]

documents, model, folder = sys.argv[1:]
read = SimpleDirectoryReader(documents, recursive=True, required_exts=FORMATS).load_data()
store = ChromaVectorStore(chromadb.PersistentClient(folder).get_or_create_collection("documents"))
VectorStoreIndex.from_documents(
    read,
    storage_context=StorageContext.from_defaults(vector_store=store),
    embed_model=HuggingFaceEmbedding(model, device="cpu"),
)
