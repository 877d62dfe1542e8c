package dev.dateline.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7396, appendix A; but what is to be removed and is not there stays null, so that a misspelt name is noticed. */
class MergePatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"a":"b"}; {"a":"c"}; {"a":"c"}
            {"a":"b"}; {"b":"c"}; {"a":"b","b":"c"}
            {"a":"b"}; {"a":null}; {}
            {"a":"b","b":"c"}; {"a":null}; {"b":"c"}
            {"a":["b"]}; {"a":"c"}; {"a":"c"}
            {"a":"c"}; {"a":["b"]}; {"a":["b"]}
            {"a":{"b":"c"}}; {"a":{"b":"d","c":null}}; {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}; {"a":[1]}; {"a":[1]}
            ["a","b"]; ["c","d"]; ["c","d"]
            {"a":"b"}; ["c"]; ["c"]
            {"a":"foo"}; null; null
            {"a":"foo"}; "bar"; "bar"
            {"e":null}; {"a":1}; {"e":null,"a":1}
            [1,2]; {"a":"b","c":null}; {"a":"b","c":null}
            {}; {"a":{"bb":{"ccc":null}}}; {"a":{"bb":{}}}
            """)
    void patchesAsTheRfcShows(String target, String patch, String result) throws Exception {
        assertThat(MergePatch.apply(JSON.readTree(target), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(result));
    }
}
