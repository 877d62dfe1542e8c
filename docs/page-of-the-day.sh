#!/usr/bin/env bash
# Writes and publishes the page of an independent news site with nothing but curl, and reads it back:
# a call to support the newsroom, an article with quotes, and a numbered list of eleven stories, one of them elsewhere.
#   docs/page-of-the-day.sh http://localhost:8080 ADMIN_OR_EDITOR_KEY
set -euo pipefail
url=$1
key=$2
run=$(date +%s)

write() { # collection, JSON → the id of what was created and published
    local id
    id=$(curl -fsS "$url/v1/editorial/$1" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "$2" |
        sed -E 's/^\{"id":"([^"]+)".*/\1/')
    curl -fsS -o /dev/null -X PUT "$url/v1/editorial/$1/$id/publication" -H "Authorization: Bearer $key" -H 'If-Match: "1"'
    echo "$id"
}

write callouts '{"title": "Падтрымайце рэдакцыю", "text": "Нас чытаюць тысячы, а ўтрымліваюць сотні.",
  "label": "Падтрымаць", "url": "https://example.org/support", "placement": "page-'"$run"'", "language": "be"}' >/dev/null

article=$(write articles '{"language": "be", "headline": "Хто вывозіць параненых: беларусы ў медычнай службе",
  "lead": "За год служба вывезла 412 чалавек.",
  "body": [
    {"type": "paragraph", "html": "Першы раз Ігар прыехаў у Харкаў у сакавіку."},
    {"type": "quote", "html": "Мы не спыняліся ні на дзень.",
     "attribution": {"person": "Ігар Левановіч", "office": "каардынатар медычнай службы"}},
    {"type": "paragraph", "html": "Лічбы пацвярджае прэс-служба."},
    {"type": "quote", "html": "Кожны выезд запісаны.",
     "attribution": {"person": "Вольга Зарэцкая", "office": "начальніца прэс-службы"}}],
  "sources": [{"name": "Прэс-служба медычнага батальёна", "url": "https://press.example.org/412"}]}')

items='{"article": "'$article'"}'
for number in 2 3 4 5; do
    items+=', {"article": "'$(write articles '{"language": "be", "headline": "Гісторыя '$number'",
      "body": [{"type": "paragraph", "html": "Гісторыя нумар '$number'."}]}')'"}'
done
items+=', {"url": "https://example.org/map", "headline": "Карта фронту"}'
for number in 7 8 9 10 11; do
    items+=', {"article": "'$(write articles '{"language": "be", "headline": "Гісторыя '$number'",
      "body": [{"type": "paragraph", "html": "Гісторыя нумар '$number'."}]}')'"}'
done
write story-lists '{"slug": "belarusians-at-war-'"$run"'", "title": "Беларусы на вайне", "language": "be", "numbered": true,
  "items": ['"$items"']}' >/dev/null

curl -fsS "$url/v1/callouts?placement=page-$run"; echo
curl -fsS "$url/v1/articles/$article?body=html"; echo
list=$(curl -fsS "$url/v1/story-lists/belarusians-at-war-$run")
echo "$list"
[ "$(grep -o '"number":' <<<"$list" | wc -l)" = 11 ]
grep -q '"number":6,"headline":"Карта фронту"' <<<"$list"
