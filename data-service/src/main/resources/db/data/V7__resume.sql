-- How a file was imported, as a hash of its dialect and rules: the same content by the same options need not be read again.
-- Null: an earlier version imported it, or bars of the series were deleted since.
ALTER TABLE import_file ADD COLUMN options TEXT;
