"""What a page tells search engines of itself, in schema.org's words; no ClaimReview, for we give no verdict."""

from __future__ import annotations

from generator.model import Details
from generator.render.lookup import Lookup


def describe_page(lookup: Lookup, title: str, description: str) -> dict[str, object]:
    """Return the JSON-LD of a page; the articles are what it is based on, their publishers are not ours."""
    story = lookup.story
    page: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": ["WebPage", "LearningResource"],
        "name": title,
        "description": description,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "learningResourceType": "annotated comparison of news articles",
        "teaches": ["lateral reading", "tracing words to their source", "reading attributions"],
        "educationalLevel": "secondary education",
        "isBasedOn": [article(version.article.seed.details) for version in lookup.explained.versions],
    }
    if story.editor.editor:
        page["editor"] = {"@type": "Person", "name": story.editor.editor.name}
    if story.editor.reviewed:
        page["lastReviewed"] = story.editor.reviewed.isoformat()
    return page


def article(details: Details) -> dict[str, object]:
    """Return what is known of an article, nothing more."""
    known = {
        "headline": details.headline and details.headline.value,
        "url": details.url and details.url.value,
        "datePublished": details.published and details.published.date.isoformat(),
        "publisher": details.outlet and {"@type": "Organization", "name": details.outlet.value},
    }
    return {"@type": "NewsArticle"} | {key: value for key, value in known.items() if value}
