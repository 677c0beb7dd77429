CREATE TABLE cell (
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, probe TEXT NOT NULL, sample INTEGER NOT NULL,
  UNIQUE (subject, probe, sample));
CREATE TABLE request (
  id INTEGER PRIMARY KEY, dialect TEXT NOT NULL, profile TEXT NOT NULL, base_url TEXT NOT NULL, model TEXT NOT NULL,
  sha256 TEXT NOT NULL, body BLOB NOT NULL,
  UNIQUE (dialect, profile, base_url, model, sha256));
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, cell INTEGER REFERENCES cell, request INTEGER REFERENCES request,
  attempt INTEGER NOT NULL, at INTEGER NOT NULL, cost INTEGER, status INTEGER, headers TEXT, body BLOB,
  reason TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE INDEX entry_of_cell ON entry (cell, seq) WHERE cell IS NOT NULL;
CREATE INDEX entry_of_name ON entry (name, seq) WHERE cell IS NULL;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER cell_stays BEFORE UPDATE ON cell BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER cell_remains BEFORE DELETE ON cell BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER request_stays BEFORE UPDATE ON request BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER request_remains BEFORE DELETE ON request BEGIN SELECT RAISE(ABORT, 'append-only'); END
