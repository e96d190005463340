using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>An agency's own current designation.</summary>
public sealed class OpenLiaisonByAgency(ReadScope reads)
    : OnlyChild<Liaison>(reads, l => l.AgencyId, FilterNode.Of<Liaison>("is open", l => l.EndedOn == null));
