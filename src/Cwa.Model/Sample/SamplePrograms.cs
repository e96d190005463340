namespace Cwa.Model;

/// <summary>Continuing programs of those who report, a few of them ended.</summary>
internal static class SamplePrograms
{
    private static readonly (string Name, string Does)[] Kinds =
    [
        ("Listening Post", "Staff at the counter ask {0} one question a week, and send the answers to headquarters."),
        ("Customer Round Table", "Twelve of the {0} meet managers every other month and set the agenda themselves."),
        ("Open Door", "One afternoon a week {0} can see a manager without an appointment."),
        ("Tell Us How We Serve You", "Asks {0}, all year round, what they want and how satisfied they are."),
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (!sample.Traits.Reports)
            yield break;

        var random = sample.Random("programs");
        var count = random.Between(1, 2);
        var first = random.Next(Kinds.Length);
        for (var i = 0; i < count; i++)
        {
            var startsOn = new DateOnly(1998, 3, 16).AddDays(random.Between(0, 100));
            if (!sample.IsPast(startsOn))
                continue;

            var at = SampleAgency.OfficeHour(startsOn, random);
            var (name, does) = Kinds[(first + i) % Kinds.Length];
            var endsOn = random.Chance(12) ? startsOn.AddDays(random.Between(60, 200)) : (DateOnly?)null;
            var program = new Program(
                sample.Agency.Id,
                $"{sample.Agency.Abbreviation} {name}",
                SampleAgency.Marked(does.Replace("{0}", sample.Theme.Customers, StringComparison.Ordinal)),
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
