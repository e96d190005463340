namespace Cwa.Model;

/// <summary>What an agency's name in a file stands for, by the reference data and the sender's answers.</summary>
internal sealed class NamedAgencies(AgencyNames names, ImportOptions options)
{
    // More are told without suggestions: a file of nonsense must not cost much.
    private const int MostSuggested = 100;
    private const int MostKept = 10_000;

    private readonly Dictionary<(string Text, bool IsOwn), NamedAgency> _kept = [];
    private int _suggested;

    /// <param name="text">The name.</param>
    /// <param name="isOwn">Whether the caller must be allowed to write for it; others then read as unknown.</param>
    public NamedAgency Find(string text, bool isOwn)
    {
        if (_kept.TryGetValue((text, isOwn), out var kept))
            return kept;
        var found = Look(text, isOwn);
        if (_kept.Count < MostKept)
            _kept.Add((text, isOwn), found);
        return found;
    }

    private NamedAgency Look(string text, bool isOwn)
    {
        bool IsFit(Agency agency) => !isOwn || (options.MayWrite?.Invoke(agency) ?? true);

        var shown = ValueText.Shown(text);
        var none =
            $"There is no agency {shown}{(isOwn && options.MayWrite is not null ? " for which you may write" : "")}.";
        if (names.Find(options.Answers.AgencyOf(text) ?? text) is { } agency)
            return IsFit(agency) ? new(agency) : Unknown();

        if (names.FindFormer(text) is var (former, all))
        {
            var successors = all.Where(IsFit).ToList();
            if (successors is [var only])
                return new(only)
                {
                    Remark = $"{shown} is read as {only.Abbreviation}, its successor since {former.Until}.",
                };
            if (successors is not [])
                return Ask(
                    text,
                    $"{shown} became {Listed(successors)} in {former.Until}. Say which one is meant",
                    successors
                );
        }

        var nearest = _suggested++ < MostSuggested ? names.Nearest(text).Where(IsFit).ToList() : [];
        return nearest is []
            ? Unknown()
            : Ask(text, $"{none} Perhaps {Listed(nearest)} is meant", nearest, isOwn ? [PassOver] : []);

        // Other agencies of a row, such as co-hosts, are no reason to pass it over.
        NamedAgency Unknown() =>
            isOwn ? new(none) { Cause = none, Question = QuestionOf(text, [], [PassOver]) } : new(none);
    }

    private static ImportChoice PassOver { get; } =
        new(ImportAnswers.Ignore, "the rows of this agency are passed over");

    private static NamedAgency Ask(
        string text,
        string reason,
        IReadOnlyList<Agency> choices,
        params IReadOnlyList<ImportChoice> others
    )
    {
        var option = ImportAnswers.OptionOfAgency(text);
        return new(
            $"{reason}: send the file again with {ValueText.Shown(option)}={choices[0].Abbreviation}"
                + $"{(choices.Count > 1 ? " or another of them" : "")}."
        )
        {
            Cause = $"{reason}.",
            Question = QuestionOf(text, choices, others),
        };
    }

    private static ImportQuestion QuestionOf(
        string text,
        IReadOnlyList<Agency> choices,
        IReadOnlyList<ImportChoice> others
    ) =>
        new(
            ImportAnswers.OptionOfAgency(text),
            $"Which agency is meant by {ValueText.Shown(text)}?",
            [.. choices.Select(choice => new ImportChoice(choice.Abbreviation, choice.Name)), .. others]
        );

    private static string Listed(IReadOnlyList<Agency> agencies) =>
        string.Join(" or ", agencies.Select(agency => $"{agency.Abbreviation} ({agency.Name})"));
}

/// <summary>The agency for which a name stands, or why there is none.</summary>
internal sealed record NamedAgency
{
    public NamedAgency(Agency agency) => Agency = agency;

    public NamedAgency(string reason) => Reason = reason;

    public Agency? Agency { get; }

    /// <summary>Why there is none.</summary>
    public string Reason { get; } = "";

    /// <summary>The same, without what to do about it.</summary>
    public string Cause { get; init; } = "";

    public ImportQuestion? Question { get; init; }

    /// <summary>What the sender should know about how the name was read.</summary>
    public string? Remark { get; init; }
}
