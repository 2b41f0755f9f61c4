-- An assessment is called by the supplier and the day (A.5.22).
SELECT a.id, (SELECT s.title FROM supplier s WHERE s.id = a.supplier) || ', ' || a.assessed_on AS title
FROM supplier_assessment a
