-- The rate of the tax inside each line of an order, in hundredths of a percent. Lines from before it was kept bear their
-- order's only rate; among several, most goods bear the highest and the others the lowest.
ALTER TABLE order_lines ADD COLUMN percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 10000);
UPDATE order_lines SET percent = coalesce(
    CASE (SELECT p.tax_class FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = order_lines.variant_id)
        WHEN 'standard' THEN (SELECT max(t.percent) FROM order_taxes t WHERE t.order_id = order_lines.order_id)
        ELSE (SELECT min(t.percent) FROM order_taxes t WHERE t.order_id = order_lines.order_id)
    END, 0);

-- How far each series has come in each year. A number is taken in the transaction that writes its document, or not at all.
CREATE TABLE document_series (
    kind TEXT NOT NULL CHECK (kind IN ('invoice', 'receipt', 'credit-note')),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= 1),
    PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER document_series_leaves_nothing_out BEFORE UPDATE ON document_series
    WHEN new.last <> old.last + 1 OR new.kind <> old.kind OR new.year <> old.year
    BEGIN SELECT raise(ABORT, 'a number is left out'); END;
CREATE TRIGGER document_series_is_kept BEFORE DELETE ON document_series
    BEGIN SELECT raise(ABORT, 'numbers are not given twice'); END;

-- Documents as they were issued. `says` is all of it, as JSON, so that nothing that happens later changes it.
CREATE TABLE documents (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('invoice', 'receipt', 'credit-note')),
    year        INTEGER NOT NULL,
    sequence    INTEGER NOT NULL CHECK (sequence >= 1),
    number      TEXT NOT NULL UNIQUE,
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    issued_at   INTEGER NOT NULL,
    currency    TEXT NOT NULL,
    tax_minor   INTEGER NOT NULL CHECK (tax_minor >= 0),
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    says        TEXT NOT NULL,
    UNIQUE (kind, year, sequence)
) STRICT;
CREATE INDEX documents_by_order ON documents (order_id, id);
-- What is bought is invoiced once.
CREATE UNIQUE INDEX documents_invoice_once ON documents (order_id) WHERE kind = 'invoice';
CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents BEGIN SELECT raise(ABORT, 'a document stays as it was issued'); END;
CREATE TRIGGER documents_are_kept BEFORE DELETE ON documents BEGIN SELECT raise(ABORT, 'a document stays as it was issued'); END;

-- The tax on each document, a row for each rate.
CREATE TABLE document_taxes (
    document_id INTEGER NOT NULL REFERENCES documents (id),
    percent     INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000),
    net         INTEGER NOT NULL,
    tax         INTEGER NOT NULL,
    PRIMARY KEY (document_id, percent)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER document_taxes_are_not_changed BEFORE UPDATE ON document_taxes BEGIN SELECT raise(ABORT, 'a document stays as it was issued'); END;
CREATE TRIGGER document_taxes_are_kept BEFORE DELETE ON document_taxes BEGIN SELECT raise(ABORT, 'a document stays as it was issued'); END;

-- What was paid before there were invoices gets its own now, the oldest first.
INSERT INTO outbox (kind, subject, run_at) SELECT 'issue_documents', id, placed_at FROM orders WHERE state = 'paid';
