package dev.dateline.exchange.html;

import dev.dateline.content.Block;
import java.util.List;

/**
 * A document as blocks.
 *
 * @param notes what could not be kept as it was, each thing once
 */
public record ConvertedHtml(List<Block> blocks, List<String> notes) {}
