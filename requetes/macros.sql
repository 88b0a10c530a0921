-- Macros communes. La fenêtre F tient dans les variables `debut` et `fin` (règles D1, D2).
-- Un ensemble de jours de F est un entier : le bit i vaut pour le jour `debut` + i (92 jours au plus).

-- Une date hors de 1900-2200 n'en est pas une ; NULL non plus.
CREATE MACRO annee_exclue(d) AS (d BETWEEN DATE '1900-01-01' AND DATE '2200-12-31') IS NOT TRUE;

CREATE MACRO annee_admise(d) AS CASE WHEN NOT annee_exclue(d) THEN d END;

-- Sans les espaces de toute sorte (insécable, fine) aux deux bouts.
-- Presque toutes les cellules sont vides, ou commencent et finissent par un caractère visible : `trim` coûte cinq fois plus.
CREATE MACRO rogner(x) AS
  CASE
    WHEN x = '' OR (x >= '!' AND x < chr(127) AND x[-1] BETWEEN '!' AND '~') THEN x
    ELSE trim(x, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(8239))
  END;

-- Le jour d, s'il est dans F ; sinon l'ensemble vide. Les tables à gros volume ont leurs propres colonnes de jours
-- (src/lecture/sql/garde.ts).
CREATE MACRO jour(d) AS
  CASE
    WHEN d BETWEEN getvariable('debut') AND getvariable('fin')
      THEN 1::HUGEINT << (d - getvariable('debut'))::INTEGER
    ELSE 0::HUGEINT
  END;

-- Les jours de F du rang a au rang b compris.
CREATE MACRO rangs(a, b) AS
  CASE WHEN a > b THEN 0::HUGEINT ELSE ((1::HUGEINT << (b - a + 1)::INTEGER) - 1) << a::INTEGER END;

-- Les jours de F entre deux dates comprises ; une borne NULL n'arrête rien.
CREATE MACRO jours_entre(a, b) AS
  rangs(
    greatest(coalesce(a, getvariable('debut')) - getvariable('debut'), 0),
    least(coalesce(b, getvariable('fin')), getvariable('fin')) - getvariable('debut')
  );
