import dateline.delivery.apis.ArticlesApi
import dateline.delivery.models.ArticleCard
import dateline.delivery.models.FactBoxBlock
import dateline.delivery.models.ListBlock
import dateline.editorial.apis.EditingArticlesApi
import dateline.editorial.apis.PublishingApi
import dateline.editorial.models.ArticleContent
import dateline.editorial.models.Block
import dateline.editorial.models.ParagraphBlock
import dateline.editorial.models.Publication
import dateline.editorial.models.WorkingCopyCollection
import okhttp3.OkHttpClient
import retrofit2.Call

/** What an integrator does first with clients generated for Kotlin. */
fun main() {
    val url = System.getenv("DATELINE_URL")
    val articles = dateline.delivery.infrastructure.ApiClient(url).createService(ArticlesApi::class.java)

    val article = articles.getArticle("minsk-bridge-reopens").answer()
    val kinds = article.body!!.blocks!!.map { block ->
        when (val actual = block.actualInstance) {
            is ListBlock -> check(actual.items.isNotEmpty())
            is FactBoxBlock -> check(actual.title.isNotBlank())
            else -> checkNotNull(actual)
        }
        block.actualInstance!!::class.simpleName
    }.toSet()
    check(kinds.size > 1) { "blocks $kinds" }

    val slugs = mutableListOf<String>()
    var cursor: String? = null
    do {
        val page = articles.listArticles(tag = "minsk", limit = 2, cursor = cursor).answer()
        page.items.forEach { slugs += (it.actualInstance as ArticleCard).slug }
        cursor = page.next?.toString()?.let { Regex("cursor=([^&]+)").find(it)!!.groupValues[1] }
    } while (cursor != null)
    check(slugs.size > 2 && slugs.toSet().size == slugs.size) { "pages $slugs" }

    val key = OkHttpClient.Builder().addInterceptor {
        it.proceed(it.request().newBuilder().header("Authorization", "Bearer " + System.getenv("DATELINE_KEY")).build())
    }
    val client = dateline.editorial.infrastructure.ApiClient(url, key)
    val desk = client.createService(EditingArticlesApi::class.java)
    val publishing = client.createService(PublishingApi::class.java)
    val draft = desk.createArticle(
        ArticleContent(
            language = "en",
            headline = "Written by Kotlin",
            body = listOf(Block(ParagraphBlock(html = "The first line."))),
        ),
    ).answer()
    val live = publishing.publish(WorkingCopyCollection.articles, draft.id!!, "*", Publication()).answer()
    checkNotNull(live.live)
    check(articles.getArticle(draft.id.toString()).answer().headline == "Written by Kotlin")
    publishing.withdraw(WorkingCopyCollection.articles, draft.id!!, "*").answer()
    check(desk.deleteArticle(draft.id!!, "*").execute().isSuccessful)
    println("kotlin: $kinds, ${slugs.size} articles in pages")
}

private fun <T> Call<T>.answer(): T {
    val answer = execute()
    return checkNotNull(answer.body()) { "${answer.code()} ${answer.errorBody()?.string()}" }
}
