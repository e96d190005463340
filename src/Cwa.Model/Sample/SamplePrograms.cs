namespace Cwa.Model;

/// <summary>Continuing programs of those who report, a few of them ended.</summary>
internal static class SamplePrograms
{
    private static readonly string[] Names =
    [
        "Listening Post",
        "Customer Round Table",
        "Open Door",
        "Tell Us How We Serve You",
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (!sample.Traits.Reports)
            yield break;

        var random = sample.Random("programs");
        var count = random.Between(1, 2);
        var first = random.Next(Names.Length);
        for (var i = 0; i < count; i++)
        {
            var startsOn = new DateOnly(1998, 3, 16).AddDays(random.Between(0, 100));
            if (!sample.IsPast(startsOn))
                continue;

            var at = SampleAgency.OfficeHour(startsOn, random);
            var name = Names[(first + i) % Names.Length];
            var endsOn = random.Chance(12) ? startsOn.AddDays(random.Between(60, 200)) : (DateOnly?)null;
            var program = new Program(
                sample.Agency.Id,
                $"{sample.Agency.Abbreviation} {name}",
                SampleAgency.Marked(
                    $"Asks {sample.Theme.Customers}, all year round, what they want and how satisfied they are."
                ),
                startsOn,
                endsOn,
                sample.Id(at, $"program {i}"),
                at
            );
            sample.Announce(FeedKind.ProgramCreated, program.Id, at);
            yield return program;
        }
    }
}
