namespace Cwa.Model;

/// <summary>Bureaucratic words and phrases, and plain words for them.</summary>
internal static class Officialese
{
    private static readonly Dictionary<string, string> PlainerVerbs = new()
    {
        ["accomplish"] = "do",
        ["ascertain"] = "find out",
        ["assist"] = "help",
        ["attain"] = "reach",
        ["cease"] = "stop",
        ["commence"] = "begin",
        ["comprise"] = "be made of",
        ["demonstrate"] = "show",
        ["determine"] = "decide",
        ["disseminate"] = "send out",
        ["endeavor"] = "try",
        ["enumerate"] = "list",
        ["expedite"] = "speed up",
        ["facilitate"] = "help",
        ["finalize"] = "finish",
        ["formulate"] = "plan",
        ["furnish"] = "give",
        ["implement"] = "carry out",
        ["indicate"] = "show",
        ["initiate"] = "start",
        ["inquire"] = "ask",
        ["modify"] = "change",
        ["notify"] = "tell",
        ["obtain"] = "get",
        ["optimize"] = "improve",
        ["participate"] = "take part",
        ["possess"] = "have",
        ["preclude"] = "prevent",
        ["procure"] = "buy",
        ["promulgate"] = "issue",
        ["purchase"] = "buy",
        ["reimburse"] = "pay back",
        ["reside"] = "live",
        ["retain"] = "keep",
        ["solicit"] = "ask for",
        ["substantiate"] = "prove",
        ["terminate"] = "end",
        ["utilize"] = "use",
        ["validate"] = "confirm",
    };

    private static readonly Dictionary<string, string> PlainerWords = new()
    {
        ["a number of"] = "some",
        ["additional"] = "more",
        ["adjacent to"] = "next to",
        ["applicable"] = "that applies",
        ["approximately"] = "about",
        ["as a means of"] = "to",
        ["assistance"] = "help",
        ["at the present time"] = "now",
        ["at this point in time"] = "now",
        ["attainment"] = "reaching",
        ["by means of"] = "by",
        ["by virtue of"] = "by",
        ["commencement"] = "start",
        ["consequently"] = "so",
        ["despite the fact that"] = "although",
        ["due to the fact that"] = "because",
        ["equitable"] = "fair",
        ["feasible"] = "possible",
        ["for the purpose of"] = "to",
        ["for the reason that"] = "because",
        ["frequently"] = "often",
        ["heretofore"] = "until now",
        ["implementation"] = "carrying out",
        ["in a timely manner"] = "promptly",
        ["in accordance with"] = "under",
        ["in addition to"] = "besides",
        ["in an effort to"] = "to",
        ["in close proximity to"] = "near",
        ["in conjunction with"] = "with",
        ["in excess of"] = "more than",
        ["in lieu of"] = "instead of",
        ["in order to"] = "to",
        ["in regard to"] = "about",
        ["in relation to"] = "about",
        ["in the absence of"] = "without",
        ["in the amount of"] = "for",
        ["in the event that"] = "if",
        ["in the near future"] = "soon",
        ["in view of"] = "because of",
        ["inasmuch as"] = "because",
        ["is able to"] = "can",
        ["is authorized to"] = "may",
        ["is required to"] = "must",
        ["magnitude"] = "size",
        ["methodology"] = "method",
        ["modification"] = "change",
        ["no later than"] = "by",
        ["notwithstanding"] = "despite",
        ["numerous"] = "many",
        ["on a monthly basis"] = "each month",
        ["on a regular basis"] = "regularly",
        ["on an annual basis"] = "each year",
        ["on the basis of"] = "by",
        ["optimum"] = "best",
        ["parameters"] = "limits",
        ["personnel"] = "staff",
        ["previously"] = "before",
        ["prior to"] = "before",
        ["proficiency"] = "skill",
        ["pursuant to"] = "under",
        ["quantification"] = "counting",
        ["regarding"] = "about",
        ["relative to"] = "about",
        ["remainder"] = "rest",
        ["remuneration"] = "pay",
        ["requisite"] = "needed",
        ["set forth in"] = "in",
        ["subsequent to"] = "after",
        ["subsequently"] = "later",
        ["sufficient"] = "enough",
        ["termination"] = "end",
        ["the majority of"] = "most",
        ["therein"] = "there",
        ["thereof"] = "of it",
        ["until such time as"] = "until",
        ["utilization"] = "use",
        ["viable"] = "workable",
        ["with reference to"] = "about",
        ["with regard to"] = "about",
        ["with respect to"] = "about",
        ["with the exception of"] = "except for",
    };

    /// <summary>The entry for every form in which it is written.</summary>
    private static readonly Dictionary<string, string> Forms = PlainerVerbs
        .Keys.SelectMany(verb => FormsOf(verb).Select(form => (Form: form, Entry: verb)))
        .Concat(PlainerWords.Keys.Select(word => (Form: word, Entry: word)))
        .ToDictionary(f => f.Form, f => f.Entry, StringComparer.OrdinalIgnoreCase);

    private static readonly int LongestPhrase = Forms.Keys.Max(form => form.Count(c => c == ' ') + 1);

    /// <summary>
    /// The longest entry that begins at a place in a sentence, and its length in words; null and 1 when there is none.
    /// </summary>
    public static (string? Entry, int Length) At(IReadOnlyList<string> sentence, int place)
    {
        for (var length = Math.Min(LongestPhrase, sentence.Count - place); length > 0; length--)
        {
            if (Forms.TryGetValue(string.Join(' ', sentence.Skip(place).Take(length)), out var entry))
                return (entry, length);
        }

        return (null, 1);
    }

    /// <summary>The plain words for an entry.</summary>
    public static string Plainer(string entry) => PlainerVerbs.GetValueOrDefault(entry) ?? PlainerWords[entry];

    private static string[] FormsOf(string verb) =>
        verb switch
        {
            [.. var stem, 'e'] => [verb, verb + "s", verb + "d", stem + "ing"],
            [.. var stem, 'y'] => [verb, stem + "ies", stem + "ied", verb + "ing"],
            [.., 's'] or [.., 's', 'h'] => [verb, verb + "es", verb + "ed", verb + "ing"],
            _ => [verb, verb + "s", verb + "ed", verb + "ing"],
        };
}
