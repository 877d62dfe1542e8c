//! Reads articles with the models generated for Rust, and switches on their blocks.
#![allow(dead_code, unused_imports)]

mod models;

use models::{ArticleItem, ArticlePage, PublishedBlock};
use std::collections::BTreeSet;

fn main() {
    let page: ArticlePage = serde_json::from_reader(std::io::stdin()).expect("a page");
    let mut kinds = BTreeSet::new();
    for item in &page.items {
        let ArticleItem::Full(article) = item else {
            panic!("a card where a whole article was asked for");
        };
        let body = article.body.as_ref().expect("a body");
        for block in body.blocks.as_ref().expect("blocks") {
            let kind = match block {
                PublishedBlock::Paragraph(paragraph) => {
                    assert!(!paragraph.html.is_empty());
                    "paragraph"
                }
                PublishedBlock::List(list) => {
                    assert!(!list.items.is_empty());
                    "list"
                }
                _ => "another",
            };
            let written = serde_json::to_value(block).expect("JSON");
            assert!(kind == "another" || written["type"] == kind);
            kinds.insert(kind);
        }
    }
    assert!(kinds.len() == 3, "{:?}", kinds);
    println!("rust: {:?}, {} articles", kinds, page.items.len());
}
