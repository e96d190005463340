namespace Cwa.Model;

/// <summary>In which ways customers get what an agency publishes.</summary>
internal static class SampleDeliveryChoices
{
    private static readonly DateOnly DeclaredOn = new(1998, 4, 20);

    private static readonly (Channel Means, string? Provider, DateOnly From, int Percent)[] Ways =
    [
        (Channel.Mail, null, new(1993, 10, 1), 100),
        (Channel.Telephone, null, new(1994, 10, 3), 60),
        (Channel.Web, null, new(1996, 10, 1), 50),
        (Channel.InPerson, "Public libraries", new(1997, 1, 2), 30),
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (SampleServiceAreas.CustomerBase(sample.Agency) is null || !sample.IsPast(DeclaredOn))
            yield break;

        var random = sample.Random("delivery choices");
        var at = SampleAgency.OfficeHour(DeclaredOn, random);
        foreach (var (means, provider, from, percent) in Ways)
        {
            if (random.Chance(percent))
                yield return new DeliveryChoice(
                    sample.Agency.Id,
                    "Forms and publications",
                    means,
                    from,
                    provider: provider,
                    id: sample.Id(at, $"delivery {means}"),
                    recordedAt: at
                );
        }
    }
}
