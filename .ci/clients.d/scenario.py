"""What an integrator does first with clients generated for Python."""
import os
import re
from collections import Counter

import dateline_delivery as delivery
import dateline_editorial as editorial

URL, KEY = os.environ["DATELINE_URL"], os.environ["DATELINE_KEY"]

articles = delivery.ArticlesApi(delivery.ApiClient(delivery.Configuration(host=URL)))

article = articles.get_article("minsk-bridge-reopens")
kinds = Counter()
for block in article.body.blocks:
    match block.actual_instance:
        case delivery.ParagraphBlock(html=html) | delivery.QuoteBlock(html=html) | delivery.HeadingBlock(html=html):
            assert html
        case delivery.ListBlock(items=items) | delivery.FactBoxBlock(items=items):
            assert items
        case other:
            assert other is not None
    kinds[type(block.actual_instance).__name__] += 1
assert len(kinds) > 1, kinds

slugs, cursor = [], None
while True:
    page = articles.list_articles(tag="minsk", limit=2, cursor=cursor)
    slugs += [item.actual_instance.slug for item in page.items]
    if not page.next:
        break
    cursor = re.search("cursor=([^&]+)", page.next).group(1)
assert len(slugs) == len(set(slugs)) > 2, slugs

for item in articles.list_articles(view="full", body="blocks", limit=100).items:
    assert item.actual_instance.body.blocks is not None

client = editorial.ApiClient(editorial.Configuration(host=URL, access_token=KEY))
desk, publishing = editorial.EditingArticlesApi(client), editorial.PublishingApi(client)
draft = desk.create_article(
    editorial.ArticleContent(
        headline="Written by Python",
        language="en",
        body=[editorial.Block(editorial.ParagraphBlock(html=" A space, then a word."))],
    )
)
live = publishing.publish("articles", draft.id, "*", editorial.Publication())
assert live.live is not None
assert articles.get_article(str(draft.id)).headline == "Written by Python"
publishing.withdraw("articles", draft.id, "*", "withdrawn", "A trial.")
desk.delete_article(draft.id, "*")
print("python:", dict(kinds), len(slugs), "articles in pages")
