-- A cell is called by its place.
SELECT m.id, m.likelihood || ' x ' || m.impact AS title FROM risk_matrix_cell m
