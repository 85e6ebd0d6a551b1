-- SPDX-License-Identifier: MIT
-- The rows of a series by PostGIS: from `features` (path, day, geom), which were loaded before, to held, lost and
-- gained in km² of the ellipsoid. Later files of a day repeat it.
WITH one AS (SELECT DISTINCT ON (day) day, path FROM features ORDER BY day, path),
     held AS (SELECT day, ST_Union(ST_MakeValid(geom, 'method=structure')) AS geom
              FROM features JOIN one USING (day, path) GROUP BY day),
     pair AS (SELECT day, geom, lag(geom) OVER (ORDER BY day) AS before FROM held)
SELECT day,
       ST_Area(geom::geography) / 1e6,
       coalesce(ST_Area(ST_Difference(before, geom)::geography) / 1e6, 0),
       coalesce(ST_Area(ST_Difference(geom, before)::geography) / 1e6, 0)
FROM pair ORDER BY day
