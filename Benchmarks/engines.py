"""Two other engines over the same documents: SQLite's own search, and Xapian (Debian's module for the system's Python)."""

import re
import sqlite3
import tempfile
import unicodedata

import xapian as x


def folded(text):
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)).lower()


def fts5(documents, queries):
    """Plain SQLite: unicode61, bm25 with titles and other names weighed as ours are, any of the words."""
    fields = ["title", "otherName", "topic", "institution", "summary", "audience", "detail", "address"]
    weights = [5, 5, 1.5, 1.2, 2, 1, 0.5, 2]
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE found USING fts5(key UNINDEXED, {', '.join(fields)}, tokenize = 'unicode61 remove_diacritics 2')")
    for it in documents:
        texts = [" . ".join(text for name, text in it["passages"] if name == field) for field in fields]
        database.execute(f"INSERT INTO found VALUES ({', '.join('?' * 9)})", [it["key"], *texts])
    statement = f"SELECT key FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, {', '.join(map(str, weights))}) LIMIT 60"
    for query in queries:
        words = re.findall(r"\w+", query)
        asked = " OR ".join(f'"{word}"' for word in words)
        yield [key for (key,) in database.execute(statement, [asked])] if words else []


def xapian(documents, queries, stop, corrects):
    """Xapian with Spanish stems, BM25 and stop words; with its own correction of mistakes, which also touches words that are right."""
    weights = {"title": 5, "otherName": 5, "topic": 2, "summary": 2, "address": 2}
    with tempfile.TemporaryDirectory() as folder:
        database = x.WritableDatabase(folder, x.DB_CREATE_OR_OPEN)
        stopper = x.SimpleStopper()
        for word in stop:
            stopper.add(word)
        terms = x.TermGenerator()
        terms.set_stemmer(x.Stem("es"))
        terms.set_database(database)
        terms.set_flags(x.TermGenerator.FLAG_SPELLING)
        for it in documents:
            document = x.Document()
            document.set_data(it["key"])
            terms.set_document(document)
            for field, text in it["passages"]:
                terms.index_text(folded(text), weights.get(field, 1))
                terms.increase_termpos()
            database.add_document(document)
        database.commit()
        parser = x.QueryParser()
        parser.set_stemmer(x.Stem("es"))
        parser.set_stemming_strategy(x.QueryParser.STEM_SOME)
        parser.set_stopper(stopper)
        parser.set_database(database)
        for query in queries:
            text = folded(" ".join(re.findall(r"\w+", query)))
            read = parser.parse_query(text, x.QueryParser.FLAG_SPELLING_CORRECTION if corrects else 0)
            if corrected := parser.get_corrected_query_string():
                read = parser.parse_query(corrected, 0)
            enquire = x.Enquire(database)
            enquire.set_query(read)
            yield [match.document.get_data().decode() for match in enquire.get_mset(0, 60)]
