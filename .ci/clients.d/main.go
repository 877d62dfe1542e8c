// What an integrator does first with clients generated for Go.
package main

import (
	"context"
	"fmt"
	"os"
	"regexp"

	"dateline/delivery"
	"dateline/editorial"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func check(condition bool, otherwise string) {
	if !condition {
		panic(otherwise)
	}
}

func main() {
	ctx := context.Background()
	url := os.Getenv("DATELINE_URL")
	reading := delivery.NewConfiguration()
	reading.Servers = delivery.ServerConfigurations{{URL: url}}
	articles := delivery.NewAPIClient(reading).ArticlesAPI

	article, _, err := articles.GetArticle(ctx, "minsk-bridge-reopens").Execute()
	must(err)
	kinds := map[string]int{}
	for _, block := range article.Body.Blocks {
		switch actual := block.GetActualInstance().(type) {
		case *delivery.ParagraphBlock:
			check(actual.Html != "", "an empty paragraph")
		case *delivery.ListBlock:
			check(len(actual.Items) > 0, "an empty list")
		case nil:
			panic("a block that is nothing")
		}
		kinds[fmt.Sprintf("%T", block.GetActualInstance())]++
	}
	check(len(kinds) > 1, "blocks")

	slugs := map[string]bool{}
	for cursor := ""; ; {
		request := articles.ListArticles(ctx).Tag("minsk").Limit(2)
		if cursor != "" {
			request = request.Cursor(cursor)
		}
		page, _, err := request.Execute()
		must(err)
		for _, item := range page.Items {
			check(!slugs[item.ArticleCard.Slug], "twice")
			slugs[item.ArticleCard.Slug] = true
		}
		if page.Next == nil {
			break
		}
		cursor = regexp.MustCompile("cursor=([^&]+)").FindStringSubmatch(*page.Next)[1]
	}
	check(len(slugs) > 2, "pages")
	whole, _, err := articles.ListArticles(ctx).View(delivery.VIEW_FULL).Body(delivery.BODYFORMAT_BLOCKS).Limit(100).Execute()
	must(err)
	for _, item := range whole.Items {
		check(item.Article != nil && item.Article.Body != nil, "a body")
	}

	writing := editorial.NewConfiguration()
	writing.Servers = editorial.ServerConfigurations{{URL: url}}
	writing.AddDefaultHeader("Authorization", "Bearer "+os.Getenv("DATELINE_KEY"))
	desk := editorial.NewAPIClient(writing)
	content := editorial.NewArticleContent()
	content.SetLanguage("en")
	content.SetHeadline("Written by Go")
	content.SetBody([]editorial.Block{editorial.ParagraphBlockAsBlock(editorial.NewParagraphBlock("The first line."))})
	draft, _, err := desk.EditingArticlesAPI.CreateArticle(ctx).ArticleContent(*content).Execute()
	must(err)
	id := draft.GetId()
	collection := editorial.WORKINGCOPYCOLLECTION_ARTICLES
	live, _, err := desk.PublishingAPI.Publish(ctx, collection, id).IfMatch("*").Publication(*editorial.NewPublication()).Execute()
	must(err)
	check(live.Live != nil, "not live")
	read, _, err := articles.GetArticle(ctx, id).Execute()
	must(err)
	check(read.Headline == "Written by Go", "headline")
	_, _, err = desk.PublishingAPI.Withdraw(ctx, collection, id).IfMatch("*").Execute()
	must(err)
	_, err = desk.EditingArticlesAPI.DeleteArticle(ctx, id).IfMatch("*").Execute()
	must(err)
	fmt.Println("go:", kinds, len(slugs), "articles in pages")
}
