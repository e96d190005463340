namespace Cwa.Model;

/// <summary>EO-f of Executive Order 12862: choices in both the sources of service and the means of delivery.</summary>
internal static class DeliveryRules
{
    /// <summary>The services of which customers can choose the means or the source on the day.</summary>
    public static (string Seen, IEnumerable<Evidence> Evidence) Choices(JudgedAgency agency)
    {
        var services = agency.Deliveries.GroupBy(d => d.Service, StringComparer.OrdinalIgnoreCase).ToList();
        var means = services.FindAll(s => s.DistinctBy(d => d.Means).Count() > 1);
        var sources = services.FindAll(s =>
            s.DistinctBy(d => d.Provider, StringComparer.OrdinalIgnoreCase).Count() > 1
        );
        return (
            (means.Count, sources.Count) switch
            {
                (_, 0) => $"Customers can choose the means of delivery of {Words.Count(means.Count, "service")}, "
                    + "but of none the source.",
                (0, _) => $"Customers can choose the source of {Words.Count(sources.Count, "service")}, "
                    + "but of none the means of delivery.",
                _ => $"Customers can choose the means of delivery of {Words.Count(means.Count, "service")} "
                    + $"and the source of {Words.Count(sources.Count, "service")}.",
            },
            means.Union(sources).SelectMany(s => s).Select(d => Evidence.Of<DeliveryChoice>(d.Id))
        );
    }
}
