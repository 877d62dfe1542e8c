package dev.dateline.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Settings of what is embedded from elsewhere. */
@ConfigMapping(prefix = "dateline.embeds")
public interface EmbedConfig {

    String TRACKERS =
            "youtube.com,youtu.be,vimeo.com,twitter.com,x.com,facebook.com,fb.watch,instagram.com,threads.net,tiktok.com,"
                    + "soundcloud.com,spotify.com,dailymotion.com,reddit.com,linkedin.com,pinterest.com,vk.com,ok.ru,rutube.ru,google.com";

    /** Sites whose embeds follow those who see them: a block says so ({@code tracks}), and a front end can ask before it loads anything. */
    @WithDefault(TRACKERS)
    List<String> trackers();

    /** Sites that are asked what lies at an address of theirs: a host, a space, and the address of its oEmbed service. */
    @WithDefault("youtube.com https://www.youtube.com/oembed,youtu.be https://www.youtube.com/oembed,"
            + "vimeo.com https://vimeo.com/api/oembed.json,twitter.com https://publish.twitter.com/oembed,"
            + "x.com https://publish.twitter.com/oembed,tiktok.com https://www.tiktok.com/oembed,"
            + "soundcloud.com https://soundcloud.com/oembed,spotify.com https://open.spotify.com/oembed,"
            + "dailymotion.com https://www.dailymotion.com/services/oembed,flickr.com https://www.flickr.com/services/oembed,"
            + "reddit.com https://www.reddit.com/oembed,bsky.app https://embed.bsky.app/oembed")
    List<String> providers();
}
