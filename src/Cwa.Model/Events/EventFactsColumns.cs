using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

/// <summary>The columns that store what a report says about an event, in every table that has them.</summary>
internal static class EventFactsColumns
{
    public static void Configure(ComplexPropertyBuilder<EventFacts> facts)
    {
        facts.Property(f => f.Title).HasColumnName("title");
        facts.Property(f => f.Description).HasColumnName("description");
        facts.Property(f => f.StartsOn).HasColumnName("starts_on");
        facts.Property(f => f.EndsOn).HasColumnName("ends_on");
        facts.Property(f => f.Medium).HasColumnName("medium");
        facts.Property(f => f.Format).HasColumnName("format");
        facts.Property(f => f.Setting).HasColumnName("setting");
        facts.Property(f => f.Access).HasColumnName("access");
        facts.Property(f => f.TopicScope).HasColumnName("topic_scope");
        facts.PrimitiveCollection(f => f.Languages).HasColumnName("languages");
        facts.Property(f => f.PlaceKind).HasColumnName("place_kind");
        facts.Property(f => f.State).HasColumnName("state");
        facts.Property(f => f.City).HasColumnName("city");
        facts.Property(f => f.ExpectedReach).HasColumnName("expected_reach");
    }

    public static void Check<T>(TableBuilder<T> table, string name)
        where T : class
    {
        table.HasCheckConstraint($"ck_{name}_ends_on", "ends_on >= starts_on");
        table.HasCheckConstraint($"ck_{name}_description", "length(description) >= 1");
        table.HasCheckConstraint(
            $"ck_{name}_place",
            // A place kind that is not said is null, which a comparison would let pass.
            "coalesce(place_kind = 1, FALSE) = (state IS NOT NULL) AND (city IS NULL OR state IS NOT NULL)"
        );
        table.HasCheckConstraint($"ck_{name}_expected_reach", "expected_reach >= 0");
    }
}
