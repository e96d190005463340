using Cwa.Model;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>Makes random records: names that differ in case, accents and characters special to SQL.</summary>
internal abstract class RandomRecords(int seed)
{
    protected static readonly string[] Names =
    [
        "Office of Straße",
        "OFFICE OF STRASSE",
        "École",
        "école",
        "Öl & Gas",
        "100% open",
        "under_score",
        "back\\slash",
        "It's us",
        "Zebra",
        "zebra",
        "Ａ full width",
        "two  spaces",
        "😀 smile",
    ];

    protected Random Random { get; } = new(seed);

    /// <summary>All records, each before those that refer to it.</summary>
    protected List<object> Made { get; } = [];

    protected bool Coin => Random.Next(2) == 0;

    protected DateTime Instant => new DateTime(1998, 4, 1, 12, 0, 0, DateTimeKind.Utc).AddHours(Random.Next(6));

    protected string Name() => Among(Names);

    protected DateOnly Day(int from = 0) => new DateOnly(1998, 3, 3).AddDays(from + Random.Next(25));

    protected T Among<T>(IReadOnlyList<T> all) => all[Random.Next(all.Count)];

    protected T AnyOf<T>()
        where T : struct, Enum => Among(Enum.GetValues<T>());

    protected T? MaybeOf<T>()
        where T : struct, Enum => Random.Next(4) == 0 ? null : AnyOf<T>();

    protected T Add<T>(T record)
        where T : class
    {
        Made.Add(record);
        return record;
    }

    protected T? Maybe<T>(IReadOnlyList<T> all)
        where T : class => all.Count == 0 || Coin ? null : Among(all);

    protected Guid? Maybe(Guid id) => Coin ? null : id;

    protected EventFacts Facts(ReportMonth month)
    {
        var place = MaybeOf<PlaceKind>();
        string[] texts = ["We ask what to do better.", "Considerable organizational coordination.", "…"];
        var first = month.FirstDay.AddDays(Random.Next(5));
        return new(
            Random.Next(4) == 0 ? null : Name(),
            Among(texts),
            first,
            first.AddDays(Random.Next(3)),
            MaybeOf<Medium>(),
            MaybeOf<EventFormat>(),
            Setting.Informal,
            Access.OpenToPublic,
            TopicScope.OpenTopic,
            ["en"],
            place,
            place == PlaceKind.Place ? AnyOf<StateCode>() : null
        );
    }
}
