/**
 * What visitors answered to the questions that the ministry asks them, as counts alone: no row is somebody's, and none says when. `forms`
 * counts those who answered at least one.
 */
export const visitorPoints = `
CREATE TABLE visitor_points (
  year INTEGER NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  number INTEGER NOT NULL,
  points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 5),
  answers INTEGER NOT NULL,
  PRIMARY KEY (year, practice, number, points)
) STRICT, WITHOUT ROWID;
CREATE TABLE visitor_forms (
  year INTEGER NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  forms INTEGER NOT NULL,
  PRIMARY KEY (year, practice)
) STRICT, WITHOUT ROWID;
`;
