using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

/// <summary>How a measure of plain language is stored, wherever it is stored.</summary>
internal static class PlainLanguageColumns
{
    public static void Configure(ComplexPropertyBuilder<PlainLanguage> measured)
    {
        measured.Property(m => m.Version).HasColumnName("readability_version");
        measured.Property(m => m.Words).HasColumnName("readability_words");
        measured.Property(m => m.Sentences).HasColumnName("readability_sentences");
        measured.Property(m => m.Syllables).HasColumnName("readability_syllables");
        measured.Property(m => m.LongestSentence).HasColumnName("readability_longest_sentence");
        measured.Property(m => m.LongSentences).HasColumnName("readability_long_sentences");
        measured.Property(m => m.Grade).HasColumnName("readability_grade");
    }
}
